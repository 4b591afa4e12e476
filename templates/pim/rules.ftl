<#-- Functions of the scripts that set the activation rules of PIM. -->
<#macro functions rules graph>
lower() {
  tr '[:upper:]' '[:lower:]'
}

# A list without regard to order and case.
ordered() {
  printf '%s' "$1" | lower | tr ',' '\n' | LC_ALL=C sort | tr '\n' ' '
}

# Whether what is wanted is there; a dash: nothing is decided.
same() {
  [[ $1 == - || $(ordered "$1") == "$(ordered "$2")" ]]
}

# Arguments: id, type, caller, level, properties. Prints the id and the rule.
rule() {
<#if graph>
  printf '%s\t{"@odata.type": "#microsoft.graph.unifiedRoleManagementPolicy%sRule", "id": "%s", %s, "target": {"caller": "%s", "operations": ["All"], "level": "%s"}}\n' \
<#else>
  printf '%s\t{"ruleType": "RoleManagementPolicy%sRule", "id": "%s", %s, "target": {"caller": "%s", "operations": ["All"], "level": "%s"}}\n' \
</#if>
    "$1" "$2" "$1" "$5" "$3" "$4"
}

# Argument: true or false, then ids of approvers, each after its kind and a slash. Prints the setting of the approval rule.
approval_setting() {
  local required=<#noparse>${1%%,*}</#noparse> rest='' one='' approvers='' comma=''
  if [[ $1 == *,* ]]; then
    rest=<#noparse>${1#*,}</#noparse>,
  fi
  while [[ -n $rest ]]; do
    one=<#noparse>${rest%%,*}</#noparse>
    rest=<#noparse>${rest#*,}</#noparse>
<#if graph>
    if [[ $one == Group/* ]]; then
      approvers="$approvers$comma{\"@odata.type\": \"#microsoft.graph.groupMembers\", \"groupId\": \"<#noparse>${one#*/}</#noparse>\", \"isBackup\": false}"
    else
      approvers="$approvers$comma{\"@odata.type\": \"#microsoft.graph.singleUser\", \"userId\": \"<#noparse>${one#*/}</#noparse>\", \"isBackup\": false}"
    fi
<#else>
    approvers="$approvers$comma{\"id\": \"<#noparse>${one#*/}</#noparse>\", \"userType\": \"<#noparse>${one%%/*}</#noparse>\", \"isBackup\": false}"
</#if>
    comma=', '
  done
  printf '"setting": {"isApprovalRequired": %s, "isApprovalRequiredForExtension": false, "isRequestorJustificationRequired": true, "approvalMode": "SingleStage", ' "$required"
  printf '"approvalStages": [{"approvalStageTimeOutInDays": 1, "isApproverJustificationRequired": true, "escalationTimeInMinutes": 0, "isEscalationEnabled": false, "primaryApprovers": [%s]}]}' "$approvers"
}

# What a script reads of the rules, in this order, and in this query: longest activation, checks, approval, approvers, whether eligibility ends, longest eligibility, whether an authentication context is asked for.
state="<@read rules graph/>"

# Arguments: the checks that are wanted, those that are there, whether an authentication context is asked for, words for the reader. Prints the checks to set.
# PIM refuses MFA where an authentication context is on (MfaAndAcrsConflict: kayasax/EasyPIM#121, read 2026-11-29).
beside_context() {
  local rest=''
  if [[ $3 != true || ",$1," != *,MultiFactorAuthentication,* || ",$2," == *,MultiFactorAuthentication,* ]]; then
    printf '%s' "$1"
    return
  fi
  printf 'left as it is: MFA of %s. An authentication context of Conditional Access is asked for there, and PIM takes only one of the two: see that this context asks for MFA.\n' "$4" >&2
  rest=$(printf ',%s,' "$1" | sed 's/,MultiFactorAuthentication,/,/; s/^,//; s/,$//')
  printf '%s' "<#noparse>${rest:-none}</#noparse>"
}

# Arguments: what is wanted of activation, checks, approval, eligibility; then the state. Prints the rules that differ, one a line.
differing() {
  local approvers=<#noparse>${3#*,}</#noparse> kinds='s#(group|user)/##g'
  if ! same "$1" "$5"; then
    rule Expiration_EndUser_Assignment Expiration EndUser Assignment "\"isExpirationRequired\": true, \"maximumDuration\": \"$1\""
  fi
  if ! same "$2" "$6"; then
    local checks=''
    if [[ $2 != none ]]; then
      checks=$(printf '"%s"' "$2" | sed 's/,/", "/g')
    fi
    rule Enablement_EndUser_Assignment Enablement EndUser Assignment "\"enabledRules\": [$checks]"
  fi
  if ! same "<#noparse>${3%%,*}</#noparse>" "$7" || { [[ $3 == true,* ]] && ! same "$(printf '%s' "$approvers" | lower | sed -E "$kinds")" "$8"; }; then
    rule Approval_EndUser_Assignment Approval EndUser Assignment "$(approval_setting "$3")"
  fi
  if [[ $4 == none && $9 != false ]]; then
    rule Expiration_Admin_Eligibility Expiration Admin Eligibility '"isExpirationRequired": false, "maximumDuration": "P365D"'
  elif [[ $4 != none && $4 != - ]] && { [[ $9 != true ]] || ! same "$4" "<#noparse>${10}</#noparse>"; }; then
    rule Expiration_Admin_Eligibility Expiration Admin Eligibility "\"isExpirationRequired\": true, \"maximumDuration\": \"$4\""
  fi
}
</#macro>
<#macro read rules graph>${rules}[?id=='Expiration_EndUser_Assignment'].maximumDuration | [0] || 'none', join(',', sort(${rules}[?id=='Enablement_EndUser_Assignment'].enabledRules[])) || 'none', to_string(${rules}[?id=='Approval_EndUser_Assignment'].setting.isApprovalRequired | [0]), join(',', sort(${rules}[?id=='Approval_EndUser_Assignment'].setting.approvalStages[].primaryApprovers[]<#if graph>.[userId, groupId][]<#else>.id</#if>)) || 'none', to_string(${rules}[?id=='Expiration_Admin_Eligibility'].isExpirationRequired | [0]), ${rules}[?id=='Expiration_Admin_Eligibility'].maximumDuration | [0] || 'none', to_string(${rules}[?id=='AuthenticationContext_EndUser_Assignment'].isEnabled | [0])</#macro>
