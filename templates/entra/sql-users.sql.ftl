-- ${comment(database.detail())}
-- Users for managed identities, one for each identity and role. It can be run twice.
<#list database.users() as task>

-- ${comment(task.title())} (${comment(task.consideration())})
${task.command()}
</#list>
