package aksiam.model;

/**
 * The number that a decision record of a consideration was given once and keeps. Room for its history: later revisions are
 * further entries of the same consideration.
 *
 * @param number from 1, never reused
 */
public record RecordEntry(int number, String consideration) {
}
