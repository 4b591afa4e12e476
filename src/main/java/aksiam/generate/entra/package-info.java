/** What has to be done in Entra and in databases: checklists, and scripts where commands are known. */
package aksiam.generate.entra;
