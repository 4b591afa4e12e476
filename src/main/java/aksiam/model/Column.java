package aksiam.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes a column of a row type. The record component gives its name and its type. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Column {
    /** Head of the column. */
    String label();

    /** One sentence: what belongs here, with an example. */
    String help() default "";

    /** Allowed values; empty when anything may stand here. */
    String[] options() default {};

    /** Id of the considerations whose row names, or whose answers, may stand here. */
    String[] refersTo() default {};

    /** Id of the consideration that decides where a row says nothing here. */
    String overrides() default "";

    /** What a value has to look like. */
    Format format() default Format.ANY;

    /** Whether a row without it is unfinished. */
    boolean required() default false;

    /** Whether the sum over all rows means something. */
    boolean sum() default false;
}
