<#macro one approver>{"name": ${json(approver.name())}, "id": ${json(approver.id())}, "type": ${json(approver.type())}}</#macro>
{
  "settings": [
<#list settings as setting>
    {
<#if setting.isGroup()>
      "group": ${json(setting.target())},
      "groupId": ${json(setting.groupId())},
      "membership": "member",
<#else>
      "role": ${json(setting.target())},
      "roleDefinition": ${json(setting.roleDefinitionId())},
      "scope": ${json(setting.scope())},
</#if>
      "decided": ${setting.decided()?c},
      "rules": [
<#list setting.ruleIds() as id>
<#if id == "Expiration_EndUser_Assignment">
        {"id": ${json(id)}, "isExpirationRequired": true, "maximumDuration": ${json("PT" + setting.activation().hours() + "H")}}<#sep>,</#sep>
<#elseif id == "Enablement_EndUser_Assignment">
        {"id": ${json(id)}, "enabledRules": [<#list setting.enabledRules() as rule>${json(rule)}<#sep>, </#sep></#list>]}<#sep>,</#sep>
<#elseif id == "Approval_EndUser_Assignment">
        {"id": ${json(id)}, "isApprovalRequired": ${setting.needsApproval()?c}, "approvers": [<#list setting.approvers() as approver><@one approver/><#sep>, </#sep></#list>]}<#sep>,</#sep>
<#elseif setting.days() == 0>
        {"id": ${json(id)}, "isExpirationRequired": false}<#sep>,</#sep>
<#else>
        {"id": ${json(id)}, "isExpirationRequired": true, "maximumDuration": ${json("P" + setting.days() + "D")}}<#sep>,</#sep>
</#if>
</#list>
      ]
    }<#sep>,</#sep>
</#list>
  ]
}
