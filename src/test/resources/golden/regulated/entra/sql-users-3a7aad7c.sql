-- Run in database /subscriptions/d4306f7e-c7e1-4df3-a201-eb30459f89be/resourceGroups/rg-data/providers/Microsoft.Sql/servers/sql-reporting/databases/reports as its Entra administrator.
-- Users for managed identities, one for each identity and role. It can be run twice. A user of a deleted identity of the same name is made anew, with its roles.
-- For sqlcmd, which is told both ids of each identity with -v, and stops where one is missing or, by -b, where something is in the way:
-- sqlcmd -b -S SERVER -d DATABASE -G -v OBJECT_ID_NAME="$(az identity show --ids IDENTITY --query principalId --output tsv)" CLIENT_ID_NAME="$(az identity show --ids IDENTITY --query clientId --output tsv)" -i FILE

-- Database user id-report-runner with role db_datareader (workloads)
-- OBJECT_ID_145a66c4 and CLIENT_ID_145a66c4 are the principal id and the client id of /subscriptions/d4306f7e-c7e1-4df3-a201-eb30459f89be/resourceGroups/rg-aks-corp-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-report-runner
IF EXISTS (SELECT 1 FROM sys.database_principals WHERE name = N'id-report-runner' AND CONVERT(varbinary(16), sid) NOT IN
  (CONVERT(varbinary(16), CONVERT(uniqueidentifier, '$(CLIENT_ID_145a66c4)')), CONVERT(varbinary(16), CONVERT(uniqueidentifier, '$(OBJECT_ID_145a66c4)'))))
BEGIN
  IF EXISTS (SELECT 1 FROM sys.database_principals WHERE name = N'id-report-runner' AND type <> 'E')
  BEGIN; THROW 50000, N'The database has a user of this name that is no Entra identity. Nothing was changed: rename one of the two.', 1; END;
  IF EXISTS (SELECT 1 FROM sys.schemas WHERE principal_id = DATABASE_PRINCIPAL_ID(N'id-report-runner'))
    OR EXISTS (SELECT 1 FROM sys.database_principals WHERE owning_principal_id = DATABASE_PRINCIPAL_ID(N'id-report-runner'))
  BEGIN; THROW 50000, N'The user is that of an identity that is gone, and owns a schema or a role. Nothing was changed: name another owner, then run this again.', 1; END;
  IF EXISTS (SELECT 1 FROM sys.database_permissions WHERE DATABASE_PRINCIPAL_ID(N'id-report-runner') IN (grantee_principal_id, grantor_principal_id) AND type <> 'CO')
  BEGIN; THROW 50000, N'The user is that of an identity that is gone, and has rights beside its roles. Nothing was changed: note and revoke them, run this again, then grant them again.', 1; END;
  DECLARE @roles nvarchar(max) = (SELECT STRING_AGG(CONVERT(nvarchar(max), N'ALTER ROLE ' + QUOTENAME(USER_NAME(role_principal_id)) + N' ADD MEMBER [id-report-runner];'), N' ')
    FROM sys.database_role_members WHERE member_principal_id = DATABASE_PRINCIPAL_ID(N'id-report-runner'));
  PRINT CONCAT(N'Made anew, because its identity is gone: ', N'id-report-runner', N'. Its roles: ', @roles);
  DROP USER [id-report-runner];
  CREATE USER [id-report-runner] FROM EXTERNAL PROVIDER WITH OBJECT_ID = '$(OBJECT_ID_145a66c4)';
  IF @roles IS NOT NULL EXEC (@roles);
END;
IF DATABASE_PRINCIPAL_ID(N'id-report-runner') IS NULL CREATE USER [id-report-runner] FROM EXTERNAL PROVIDER WITH OBJECT_ID = '$(OBJECT_ID_145a66c4)';
ALTER ROLE [db_datareader] ADD MEMBER [id-report-runner];
GO
