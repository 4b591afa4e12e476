-- Run in database /subscriptions/d4306f7e-c7e1-4df3-a201-eb30459f89be/resourceGroups/rg-data/providers/Microsoft.Sql/servers/sql-reporting/databases/reports as its Entra administrator.
-- Users for managed identities, one for each identity and role. It can be run twice.

-- Database user id-report-runner with role db_datareader (workloads)
IF DATABASE_PRINCIPAL_ID(N'id-report-runner') IS NULL CREATE USER [id-report-runner] FROM EXTERNAL PROVIDER;
ALTER ROLE [db_datareader] ADD MEMBER [id-report-runner];
