/** Just-in-time access: data, a script and a checklist, because requests are events that no template can hold. */
package aksiam.generate.pim;
