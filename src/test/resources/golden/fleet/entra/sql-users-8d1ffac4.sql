-- Run in database /subscriptions/6a2cec1f-c944-47a4-a494-33cd74a93243/resourceGroups/rg-data/providers/Microsoft.Sql/servers/sql-fleet/databases/accounts as its Entra administrator.
-- Users for managed identities, one for each identity and role. It can be run twice.

-- Database user id-accounts with role db_datawriter (workloads)
IF DATABASE_PRINCIPAL_ID(N'id-accounts') IS NULL CREATE USER [id-accounts] FROM EXTERNAL PROVIDER;
ALTER ROLE [db_datawriter] ADD MEMBER [id-accounts];
