-- Run in database /subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-data-customer/providers/Microsoft.Sql/servers/sql-consent/databases/consent as its Entra administrator.
-- Users for managed identities, one for each identity and role. It can be run twice.
-- For sqlcmd, which is told each object id with -v and stops where one is missing:
-- sqlcmd -S SERVER -d DATABASE -G -v NAME="$(az identity show --ids IDENTITY --query principalId --output tsv)" -i FILE

-- Database user id-consent with role db_datawriter (workloads)
-- OBJECT_ID_76c7e8a2 is the principal id of /subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-aks-prd-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-consent
IF DATABASE_PRINCIPAL_ID(N'id-consent') IS NULL CREATE USER [id-consent] FROM EXTERNAL PROVIDER WITH OBJECT_ID = '$(OBJECT_ID_76c7e8a2)';
ALTER ROLE [db_datawriter] ADD MEMBER [id-consent];
