-- Run in database /subscriptions/d4306f7e-c7e1-4df3-a201-eb30459f89be/resourceGroups/rg-data/providers/Microsoft.Sql/servers/sql-reporting/databases/reports as its Entra administrator.
-- Users for managed identities, one for each identity and role. It can be run twice.
-- For sqlcmd, which is told each object id with -v and stops where one is missing:
-- sqlcmd -S SERVER -d DATABASE -G -v NAME="$(az identity show --ids IDENTITY --query principalId --output tsv)" -i FILE

-- Database user id-report-runner with role db_datareader (workloads)
-- OBJECT_ID_145a66c4 is the principal id of /subscriptions/d4306f7e-c7e1-4df3-a201-eb30459f89be/resourceGroups/rg-aks-corp-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-report-runner
IF DATABASE_PRINCIPAL_ID(N'id-report-runner') IS NULL CREATE USER [id-report-runner] FROM EXTERNAL PROVIDER WITH OBJECT_ID = '$(OBJECT_ID_145a66c4)';
ALTER ROLE [db_datareader] ADD MEMBER [id-report-runner];
