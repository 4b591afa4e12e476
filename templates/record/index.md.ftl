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
<#if index.incomplete()?has_content>

These are accepted in the design and stay proposed here until the design says what they lack:

<#list index.incomplete() as lack>
- ${lack}
</#list>
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

## Errors and warnings

<#if index.findings()?has_content>
What `aks-iam check` finds beside the open points, whatever the day:

| Weight | Finding | About | What |
| --- | --- | --- | --- |
<#list index.findings() as finding>
| ${finding.weight()} | ${finding.id()} | ${finding.subject()} | ${finding.text()} |
</#list>
<#else>
None beside the open points.
</#if>
