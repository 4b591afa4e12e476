/** Findings over a design: what is wrong, unfinished or still open in it. */
package aksiam.rules;
