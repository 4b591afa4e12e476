<#-- One decision record, sections and their order as in MADR 4.0.0. -->
---
status: ${yaml(record.status())}
<#if record.date().isPresent()>
date: ${record.date().get()}
</#if>
<#if record.decisionMakers()?has_content>
decision-makers: ${record.frontMatter(record.decisionMakers())}
</#if>
<#if record.consulted()?has_content>
consulted: ${record.frontMatter(record.consulted())}
</#if>
<#if record.informed()?has_content>
informed: ${record.frontMatter(record.informed())}
</#if>
---

# ${record.title()}

## Context and Problem Statement
<#list record.context() as paragraph>

${paragraph}
</#list>
<#if record.table().isPresent()>
<#assign table = record.table().get()>

| ${table.heads()?join(" | ")} |
|<#list table.heads() as head> --- |</#list>
<#list table.rows() as row>
| ${row?join(" | ")} |
</#list>
</#if>
<#if record.drivers()?has_content>

## Decision Drivers

<#list record.drivers() as driver>
* ${driver}
</#list>
</#if>

## Considered Options

<#list record.considered() as option>
* ${option.label()}
</#list>

## Decision Outcome

<#if !record.chosen()?has_content>
Not decided yet.
<#elseif record.because()?has_content>
Chosen option: "${record.chosen()}", because ${record.reason()}
<#else>
Proposed option: "${record.chosen()}". The reason is still to be written down.
</#if>
<#macro bullets lines>
<#list lines as line>
* ${line.text()}
<#list line.items() as item>
  * ${item}
</#list>
</#list>
</#macro>
<#if record.consequences()?has_content>

### Consequences

<@bullets record.consequences()/>
</#if>

### Confirmation

<@bullets record.confirmation()/>

## Pros and Cons of the Options
<#list record.considered() as option>

### ${option.label()}
<#if option.summary()?has_content>

${option.summary()}
</#if>
<#if option.arguments()?has_content>

<#list option.arguments() as argument>
* ${argument}
</#list>
</#if>
</#list>

<#if record.more()?has_content>
## More Information

<@bullets record.more()/>
</#if>
