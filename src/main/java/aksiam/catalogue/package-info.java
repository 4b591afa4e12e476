/** The considerations: one definition each, read by window, commands, file check, plan, templates and records. */
package aksiam.catalogue;
