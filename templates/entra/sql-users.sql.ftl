-- ${comment(database.detail())}
-- Users for managed identities, one for each identity and role. It can be run twice.
-- For sqlcmd, which is told each object id with -v and stops where one is missing:
-- sqlcmd -S SERVER -d DATABASE -G -v NAME="$(az identity show --ids IDENTITY --query principalId --output tsv)" -i FILE
<#list database.users() as task>

-- ${comment(task.title())} (${comment(task.consideration())})
${task.command()}
</#list>
