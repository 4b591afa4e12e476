/**
 * Editors of tables: rows in, {@code onChange(List<Row>)} out. They know columns, the names of the design and nothing of the
 * running workshop. {@link aksiam.ui.table.Editors} is the way in.
 */
package aksiam.ui.table;
