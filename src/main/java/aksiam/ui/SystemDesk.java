package aksiam.ui;

import aksiam.store.DesignFile;
import aksiam.ui.parts.Messages;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.application.HostServices;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;

/** File choosers and the browser of the system. Where there are none, as on the headless platform, nothing is chosen. */
final class SystemDesk implements Desk {
    private final Stage stage;
    private final HostServices services;

    SystemDesk(Stage stage, HostServices services) {
        this.stage = stage;
        this.services = services;
    }

    @Override
    public Optional<Path> chooseDesign(Path start) {
        return chosen(() -> files(Messages.get("file.open"), start).showOpenDialog(stage));
    }

    @Override
    public Optional<Path> chooseTarget(Path start, String name) {
        return chosen(() -> {
            var chooser = files(Messages.get("file.saveas"), start);
            chooser.setInitialFileName(name);
            return chooser.showSaveDialog(stage);
        });
    }

    @Override
    public Optional<Path> chooseFolder(Path start) {
        return chosen(() -> {
            var chooser = new DirectoryChooser();
            chooser.setTitle(Messages.get("generate.choose"));
            folder(start).ifPresent(chooser::setInitialDirectory);
            return chooser.showDialog(stage);
        });
    }

    /** The nearest folder that is there. */
    private static Optional<File> folder(Path start) {
        return Stream.iterate(start.toAbsolutePath(), Objects::nonNull, Path::getParent).filter(Files::isDirectory).findFirst().map(Path::toFile);
    }

    @Override
    public void show(String address) {
        try {
            services.showDocument(address);
        } catch (UnsupportedOperationException e) {
            System.getLogger(SystemDesk.class.getName()).log(System.Logger.Level.INFO, "cannot show " + address);
        }
    }

    private static FileChooser files(String title, Path start) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        folder(start).ifPresent(chooser::setInitialDirectory);
        chooser.getExtensionFilters().addAll(new FileChooser.ExtensionFilter(Messages.get("file.designs"), "*" + DesignFile.ENDING),
            new FileChooser.ExtensionFilter(Messages.get("file.all"), "*"));
        return chooser;
    }

    private static Optional<Path> chosen(Supplier<File> choose) {
        try {
            return Optional.ofNullable(choose.get()).map(File::toPath);
        } catch (UnsupportedOperationException e) {
            return Optional.empty();
        }
    }
}
