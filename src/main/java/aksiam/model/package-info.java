/** Answers, decisions and ids: what a design holds. Needs nothing but java.base. */
package aksiam.model;
