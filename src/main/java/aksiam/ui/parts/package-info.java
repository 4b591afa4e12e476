/** The small parts that all views are made of: words, icons, marks, buttons. */
package aksiam.ui.parts;
