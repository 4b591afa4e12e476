package aksiam.catalogue.steps;

/**
 * Statements for the database user of a managed identity. Its SID is the client id of the identity (sys.server_principals on learn.microsoft.com and
 * MicrosoftDocs/sql-docs#2323, read 2026-11-29). An identity that is deleted and made again has another one under the same name, and its login fails as
 * "token-identified principal" (Keboo/SimplyBudget#108, microsoft/aspire#18895).
 */
final class SqlUser {
    private SqlUser() {
    }

    static String name(String name) {
        return "[" + name.replace("]", "]]") + "]";
    }

    static String text(String text) {
        return "N'" + text.replace("'", "''") + "'";
    }

    static String created(String user, String objectId) {
        return "CREATE USER " + name(user) + " FROM EXTERNAL PROVIDER WITH OBJECT_ID = '" + objectId + "';";
    }

    /** Makes the user anew, with its roles, where it is that of another identity. What would be lost, or cannot be dropped, stops the script. */
    static String replaced(String user, String objectId, String clientId) {
        return """
               IF EXISTS (SELECT 1 FROM sys.database_principals WHERE name = %1$s AND CONVERT(varbinary(16), sid) NOT IN
                 (CONVERT(varbinary(16), CONVERT(uniqueidentifier, '%3$s')), CONVERT(varbinary(16), CONVERT(uniqueidentifier, '%4$s'))))
               BEGIN
                 IF EXISTS (SELECT 1 FROM sys.database_principals WHERE name = %1$s AND type <> 'E')
                 BEGIN; THROW 50000, N'The database has a user of this name that is no Entra identity. Nothing was changed: rename one of the two.', 1; END;
                 IF EXISTS (SELECT 1 FROM sys.schemas WHERE principal_id = DATABASE_PRINCIPAL_ID(%1$s))
                   OR EXISTS (SELECT 1 FROM sys.database_principals WHERE owning_principal_id = DATABASE_PRINCIPAL_ID(%1$s))
                 BEGIN; THROW 50000, N'The user is that of an identity that is gone, and owns a schema or a role. Nothing was changed: name another owner, then run this again.', 1; END;
                 IF EXISTS (SELECT 1 FROM sys.database_permissions WHERE DATABASE_PRINCIPAL_ID(%1$s) IN (grantee_principal_id, grantor_principal_id) AND type <> 'CO')
                 BEGIN; THROW 50000, N'The user is that of an identity that is gone, and has rights beside its roles. Nothing was changed: note and revoke them, run this again, then grant them again.', 1; END;
                 DECLARE @roles nvarchar(max) = (SELECT STRING_AGG(CONVERT(nvarchar(max), N'ALTER ROLE ' + QUOTENAME(USER_NAME(role_principal_id)) + %5$s), N' ')
                   FROM sys.database_role_members WHERE member_principal_id = DATABASE_PRINCIPAL_ID(%1$s));
                 PRINT CONCAT(N'Made anew, because its identity is gone: ', %1$s, N'. Its roles: ', @roles);
                 DROP USER %2$s;
                 %6$s
                 IF @roles IS NOT NULL EXEC (@roles);
               END;
               """
            .formatted(text(user), name(user), clientId, objectId, text(" ADD MEMBER " + name(user) + ";"), created(user, objectId));
    }
}
