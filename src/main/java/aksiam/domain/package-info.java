/** Checked facts about Azure and AKS, read from the data files beside this package: roles, operations, one-way doors, resource types. */
package aksiam.domain;
