-- Run in database /subscriptions/6a2cec1f-c944-47a4-a494-33cd74a93243/resourceGroups/rg-data/providers/Microsoft.Sql/servers/sql-fleet/databases/accounts as its Entra administrator.
-- Users for managed identities, one for each identity and role. It can be run twice. A user of a deleted identity of the same name is made anew, with its roles.
-- For sqlcmd, which is told both ids of each identity with -v, and stops where one is missing or, by -b, where something is in the way:
-- sqlcmd -b -S SERVER -d DATABASE -G -v OBJECT_ID_NAME="$(az identity show --ids IDENTITY --query principalId --output tsv)" CLIENT_ID_NAME="$(az identity show --ids IDENTITY --query clientId --output tsv)" -i FILE

-- Database user id-accounts with role db_datawriter (workloads)
-- OBJECT_ID_980e1db5 and CLIENT_ID_980e1db5 are the principal id and the client id of /subscriptions/6a2cec1f-c944-47a4-a494-33cd74a93243/resourceGroups/rg-fleet-identities/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-accounts
IF EXISTS (SELECT 1 FROM sys.database_principals WHERE name = N'id-accounts' AND CONVERT(varbinary(16), sid) NOT IN
  (CONVERT(varbinary(16), CONVERT(uniqueidentifier, '$(CLIENT_ID_980e1db5)')), CONVERT(varbinary(16), CONVERT(uniqueidentifier, '$(OBJECT_ID_980e1db5)'))))
BEGIN
  IF EXISTS (SELECT 1 FROM sys.database_principals WHERE name = N'id-accounts' AND type <> 'E')
  BEGIN; THROW 50000, N'The database has a user of this name that is no Entra identity. Nothing was changed: rename one of the two.', 1; END;
  IF EXISTS (SELECT 1 FROM sys.schemas WHERE principal_id = DATABASE_PRINCIPAL_ID(N'id-accounts'))
    OR EXISTS (SELECT 1 FROM sys.database_principals WHERE owning_principal_id = DATABASE_PRINCIPAL_ID(N'id-accounts'))
  BEGIN; THROW 50000, N'The user is that of an identity that is gone, and owns a schema or a role. Nothing was changed: name another owner, then run this again.', 1; END;
  IF EXISTS (SELECT 1 FROM sys.database_permissions WHERE DATABASE_PRINCIPAL_ID(N'id-accounts') IN (grantee_principal_id, grantor_principal_id) AND type <> 'CO')
  BEGIN; THROW 50000, N'The user is that of an identity that is gone, and has rights beside its roles. Nothing was changed: note and revoke them, run this again, then grant them again.', 1; END;
  DECLARE @roles nvarchar(max) = (SELECT STRING_AGG(CONVERT(nvarchar(max), N'ALTER ROLE ' + QUOTENAME(USER_NAME(role_principal_id)) + N' ADD MEMBER [id-accounts];'), N' ')
    FROM sys.database_role_members WHERE member_principal_id = DATABASE_PRINCIPAL_ID(N'id-accounts'));
  PRINT CONCAT(N'Made anew, because its identity is gone: ', N'id-accounts', N'. Its roles: ', @roles);
  DROP USER [id-accounts];
  CREATE USER [id-accounts] FROM EXTERNAL PROVIDER WITH OBJECT_ID = '$(OBJECT_ID_980e1db5)';
  IF @roles IS NOT NULL EXEC (@roles);
END;
IF DATABASE_PRINCIPAL_ID(N'id-accounts') IS NULL CREATE USER [id-accounts] FROM EXTERNAL PROVIDER WITH OBJECT_ID = '$(OBJECT_ID_980e1db5)';
ALTER ROLE [db_datawriter] ADD MEMBER [id-accounts];
GO
