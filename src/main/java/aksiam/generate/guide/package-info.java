/** The README of the bundle. */
package aksiam.generate.guide;
