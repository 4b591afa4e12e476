/** What the answers of a design mean, as typed facts to deploy: sorted, total, no questions and no text to be parsed later. */
package aksiam.plan;
