<#-- All records and what is still open. -->
# Decisions<#if index.name()?has_content>: ${index.name()}</#if>

<#if index.entries()?has_content>
| Number | Title | Status | Date |
| --- | --- | --- | --- |
<#list index.entries() as entry>
| ${entry.number()} | ${entry.title()} | ${entry.status()} | ${entry.date()} |
</#list>
<#else>
Nothing is decided with a date yet.
</#if>

## Open points

<#if index.open()?has_content>
| What | About | Open point | Owner | Due |
| --- | --- | --- | --- | --- |
<#list index.open() as point>
| ${point.kind()} | ${point.subject()} | ${point.text()} | ${point.owner()} | ${point.due()} |
</#list>
<#else>
None.
</#if>
