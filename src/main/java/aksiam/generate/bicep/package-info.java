/** Bicep templates and parameter files, and the scripts that deploy them. */
package aksiam.generate.bicep;
