-- Run in database /subscriptions/6a2cec1f-c944-47a4-a494-33cd74a93243/resourceGroups/rg-data/providers/Microsoft.Sql/servers/sql-fleet/databases/accounts as its Entra administrator.
-- Users for managed identities, one for each identity and role. It can be run twice.
-- For sqlcmd, which is told each object id with -v and stops where one is missing:
-- sqlcmd -S SERVER -d DATABASE -G -v NAME="$(az identity show --ids IDENTITY --query principalId --output tsv)" -i FILE

-- Database user id-accounts with role db_datawriter (workloads)
-- OBJECT_ID_980e1db5 is the principal id of /subscriptions/6a2cec1f-c944-47a4-a494-33cd74a93243/resourceGroups/rg-fleet-identities/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-accounts
IF DATABASE_PRINCIPAL_ID(N'id-accounts') IS NULL CREATE USER [id-accounts] FROM EXTERNAL PROVIDER WITH OBJECT_ID = '$(OBJECT_ID_980e1db5)';
ALTER ROLE [db_datawriter] ADD MEMBER [id-accounts];
