/** Finds everything that a person may want to go to or do, by a few letters. */
package aksiam.workshop.search;
