/** The design file and what the application keeps for itself: recovery, settings, recent files. */
package aksiam.store;
