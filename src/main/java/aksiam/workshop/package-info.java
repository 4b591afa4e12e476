/** The running state of a workshop: actions, undo, autosave, preview and generation. No JavaFX. */
package aksiam.workshop;
