/** Kubernetes manifests for kustomize, and the checks that ask a cluster whether it does what the plan says. */
package aksiam.generate.kubernetes;
