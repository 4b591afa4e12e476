/** The typed views of the tables of a design, one record a table. Their components are the columns. */
package aksiam.model.rows;
