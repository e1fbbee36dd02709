/** Holds the traffic of all tests against openapi/openapi.yaml. What is sent past REST Assured is not looked at. */
package press.gazette.contract;
