{
  "requests": [
<#list requests as request>
    {
      "principal": ${json(request.principal())},
      "principalId": ${json(request.principalId())},
      "principalType": ${json(request.principalType())},
      "role": ${json(request.role())},
      "roleDefinitionId": ${json(request.roleDefinitionId())},
      "scope": ${json(request.scope())},
<#if request.duration()?has_content>
      "expiration": {"type": "AfterDuration", "duration": ${json(request.duration())}},
<#else>
      "expiration": {"type": "NoExpiration"},
</#if>
      "justification": ${json(request.justification())},
      "consideration": ${json(request.consideration())}
    }<#sep>,</#sep>
</#list>
  ],
  "groups": [
<#list groups as grant>
    {
      "group": ${json(grant.subject().label())},
      "groupId": ${json(grant.subject().id().text())},
      "membership": "member",
      "role": ${json(grant.role())},
      "scope": ${json(grant.scope())},
<#if !grant.activation().eligibleDays().isPresent()>
      "expiration": null,
<#elseif grant.activation().eligibleDays().getAsInt() == 0>
      "expiration": {"type": "NoExpiration"},
<#else>
      "expiration": {"type": "AfterDuration", "duration": ${json("P" + grant.activation().eligibleDays().getAsInt() + "D")}},
</#if>
      "justification": ${json(grant.reason())},
      "consideration": ${json(grant.consideration())}
    }<#sep>,</#sep>
</#list>
  ],
  "leftOut": [
<#list left as entry>
    {"principal": ${json(entry.grant().subject().label())}, "role": ${json(entry.grant().role())}, "scope": ${json(entry.grant().scope())}, "reason": ${json(entry.reason())}, "consideration": ${json(entry.grant().consideration())}}<#sep>,</#sep>
</#list>
  ]
}
