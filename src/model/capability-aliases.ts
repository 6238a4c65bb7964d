/**
 * Capabilities that their publishers renamed: old id → the id it has now, both folded (lower case). Evidence: technique
 * overlap of old and new rows, and for M365 the publisher's in-place rename of 24 Jul 2025 (docs/data-rules.md).
 * To add one: a line here; addresses of the old id redirect by themselves.
 */
const tables: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  azure: {
    azure_defender_for_resource_manager: "defender_for_resource_manager",
    azure_defender_for_storage: "defender_for_storage",
    azure_ddos_protection_standard: "azure_ddos_protection",
    azure_security_center_recommendations: "ai_security_recommendations",
    network_security_groups: "azure_network_security_groups",
    azure_defender_for_app_service: "defender_for_app_service",
    azure_network_traffic_analytics: "azure_network_watcher_traffic_analytics",
    role_based_access_control: "azure_role_based_access_control",
    azure_alerts_for_network_layer: "alerts_for_azure_network_layer",
    azure_automation_update_management: "azure_update_manager",
    azure_defender_for_key_vault: "defender_for_key_vault",
    azure_sentinel: "microsoft_sentinel",
    integrated_vulnerability_scanner_powered_by_qualys: "vulnerability_management",
    sql_vulnerability_assessment: "defender_for_azure_sql_databases",
    linux_auditd_alerts_and_log_analytics_agent_integration: "alerts_for_linux_machines",
    azure_defender_for_container_registries: "defender_for_containers",
    azure_defender_for_kubernetes: "defender_for_containers",
  },
  gcp: {
    identityplatform: "identity_platform",
    resourcemanager: "resource_manager",
    vmmanager: "vm_manager",
    "cloud_hardware_security_module_(hsm)": "cloud_hsm",
    cloudvpn: "cloud_vpn",
    advancedprotectionprogram: "advanced_protection_program",
    artifact_registry: "artifact_analysis",
    endpoint_management: "cloud_endpoints",
    beyondcorp_enterprise: "chrome_enterprise_premium",
    actifio_go: "backup_and_dr_actifiogo",
    firewalls: "cloud_ngfw",
    anthosconfigmanagement: "gke_enterprise",
    cloud_data_loss_prevention: "sensitive_data_protection",
    chronicle: "google_secops",
    confidential_vm_and_compute_engine: "confidential_vm",
  },
  m365: {
    "def-secscore-e3": "def-ssco-e3",
    "pur-as-e5": "pur-aus-e5",
    "me-rbac-e3": "eid-rbac-e3",
    "do365-ath-e5": "def-ath-e5",
    "def-sim-e5": "def-simt-e5",
    "do365-ag-e5": "def-apgv-e5",
    "me-cae-e3": "eid-cae-e3",
    "me-mfa-e3": "eid-mfa-e3",
    "m365-def-zap-e3": "def-zhap-e3",
    "def-quarantine-e3": "def-quar-e3",
    "do365-aap-e5": "def-aaph-e5",
    "me-pim-e5": "eid-pim-e5",
    "me-ip-e5": "eid-idpr-e5",
    "pur-ip-e5": "pur-inpr-e5",
    "me-pwa-e3": "eid-pwla-e3",
    "def-sa-e3": "def-satt-e3",
    "eop-antimalware-e3": "eop-amw-e3",
    "me-ca-e5": "eid-ca-e3",
    "do365-psp-e3": "def-psp-e3",
    "me-pwp-e3": "eid-pwp-e3",
    "do365-tpsr-e3": "def-tpsr-e3",
    "eop-antispam-e3": "eop-asp-e3",
    "me-pp-e3": "eid-pwpr-e3",
    "do365-te-e5": "def-thex-e5",
    "do365-sl-e3": "def-slnk-e3",
    "eop-ap-e3": "eop-aph-e3",
    "do365-as-e3": "def-asp-e3",
    "do365-tt-e5": "def-thtr-e5",
  },
  veris: {
    "action.malware.variety.mitm": "action.malware.variety.aitm",
    "action.hacking.variety.mitm": "action.hacking.variety.aitm",
  },
};

const maps: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  Object.entries(tables).map(([framework, table]) => [framework, new Map(Object.entries(table))]),
);

const none: ReadonlyMap<string, string> = new Map();

/** Old folded id → present folded id of one framework. */
export function capabilityAliases(framework: string): ReadonlyMap<string, string> {
  return maps.get(framework) ?? none;
}
