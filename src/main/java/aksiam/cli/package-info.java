/** The commands. They never load JavaFX; the window is opened by whoever starts them. */
package aksiam.cli;
