/** Text out of the plan: outputs, templates, the bundle and how it is written. */
package aksiam.generate;
