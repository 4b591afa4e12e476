/** Decision records in the form of MADR 4.0.0, and their index. */
package aksiam.generate.record;
