package aksiam.generate;

import freemarker.cache.ClassTemplateLoader;
import freemarker.cache.FileTemplateLoader;
import freemarker.cache.MultiTemplateLoader;
import freemarker.cache.TemplateLoader;
import freemarker.core.PlainTextOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateMethodModelEx;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The templates of the product, each of which a folder of the user may replace. In templates {@code bicepString(x)},
 * {@code bicepName(x)}, {@code yaml(x)}, {@code json(x)}, {@code shell(x)}, {@code md(x)}, {@code prose(x)} and {@code comment(x)} print typed text so that it means itself.
 */
public final class Templates {
    private static final int TYPICAL_LENGTH = 8192;
    private final Configuration configuration;

    private final Bounds bounds;

    private Templates(TemplateLoader loader, Bounds bounds) {
        this.bounds = bounds;
        configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setTemplateLoader(loader);
        configuration.setLocale(Locale.ROOT);
        configuration.setNumberFormat("computer");
        configuration.setBooleanFormat("c");
        // Templates do not change while the program runs; to look would cost more than to print.
        configuration.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
        configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
        configuration.setOutputFormat(PlainTextOutputFormat.INSTANCE);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setWrapUncheckedExceptions(true);
        configuration.setLocalizedLookup(false);
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setAPIBuiltinEnabled(false);
        Map<String, UnaryOperator<String>> functions = Map.of("bicepString", Escaping::bicepString, "bicepName", Escaping::bicepName, "yaml", Escaping::yaml,
            "json", Escaping::json, "shell", Escaping::shell, "md",
            Escaping::md, "prose", Escaping::prose, "comment", Escaping::comment);
        functions.forEach(
            (name, function) -> configuration.setSharedVariable(name, (TemplateMethodModelEx) arguments -> function.apply(arguments.getFirst().toString())));
    }

    /** The templates of the product. */
    public static Templates embedded() {
        return new Templates(new ClassTemplateLoader(Templates.class.getClassLoader(), "templates"), Bounds.OF_THE_PRODUCT);
    }

    /** The templates of a folder, and those of the product for what the folder lacks. */
    public static Templates from(Path folder) throws IOException {
        return from(folder, Bounds.OF_OWN_TEMPLATES);
    }

    static Templates from(Path folder, Bounds bounds) throws IOException {
        return new Templates(new MultiTemplateLoader(
            new TemplateLoader[]{new FileTemplateLoader(folder.toFile()), new ClassTemplateLoader(Templates.class.getClassLoader(), "templates")}), bounds);
    }

    /**
     * Prints a template.
     *
     * @param name  such as bicep/clusters.bicep.ftl
     * @param model what the template may name: records of the plan
     * @throws BrokenTemplate with the template's name, line and column
     */
    public String render(String name, Map<String, ?> model) {
        try {
            return bounds.print(TYPICAL_LENGTH, out -> configuration.getTemplate(name).process(model, out));
        } catch (StackOverflowError e) {
            throw new BrokenTemplate(name, "calls itself without end", e);
        } catch (OutOfMemoryError e) {
            throw new BrokenTemplate(name, "needs more memory than there is", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokenTemplate(name, "was interrupted", e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new BrokenTemplate(name, exceeded(e).or(() -> Optional.ofNullable(e.getMessage())).orElse("cannot be read"), e);
        }
    }

    /** FreeMarker wraps what a writer throws. */
    private static Optional<String> exceeded(Throwable e) {
        return Stream.iterate(e, it -> it != null, Throwable::getCause).limit(10).filter(Bounds.Exceeded.class::isInstance).map(Throwable::getMessage)
            .findFirst();
    }

    /** A template is missing, cannot be parsed, or names something that is not there. */
    public static final class BrokenTemplate extends RuntimeException {
        private static final long serialVersionUID = 1;

        BrokenTemplate(String name, String message, Throwable cause) {
            super("template " + name + ": " + message.strip(), cause);
        }
    }
}
