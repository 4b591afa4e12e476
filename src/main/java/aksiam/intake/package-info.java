/** What exists elsewhere, read into answers: spreadsheets. Everything that is not understood is listed. */
package aksiam.intake;
