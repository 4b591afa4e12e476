-- ${comment(database.detail())}
-- Users for managed identities, one for each identity and role. It can be run twice. A user of a deleted identity of the same name is made anew, with its roles.
-- For sqlcmd, which is told both ids of each identity with -v, and stops where one is missing or, by -b, where something is in the way:
-- sqlcmd -b -S SERVER -d DATABASE -G -v OBJECT_ID_NAME="$(az identity show --ids IDENTITY --query principalId --output tsv)" CLIENT_ID_NAME="$(az identity show --ids IDENTITY --query clientId --output tsv)" -i FILE
<#list database.users() as task>

-- ${comment(task.title())} (${comment(task.consideration())})
${task.command()}
GO
</#list>
