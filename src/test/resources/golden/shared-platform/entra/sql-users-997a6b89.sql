-- Run in database /subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-data-customer/providers/Microsoft.Sql/servers/sql-consent/databases/consent as its Entra administrator.
-- Users for managed identities, one for each identity and role. It can be run twice.

-- Database user id-consent with role db_datawriter (workloads)
IF DATABASE_PRINCIPAL_ID(N'id-consent') IS NULL CREATE USER [id-consent] FROM EXTERNAL PROVIDER;
ALTER ROLE [db_datawriter] ADD MEMBER [id-consent];
