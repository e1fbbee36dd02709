/* Swagger UI over the two parts of the contract. No other server is used. */

SwaggerUIBundle({
  dom_id: "#swagger-ui",
  urls: [
    { name: "Readers", url: "/q/openapi/readers" },
    { name: "Desk", url: "/q/openapi/desk" },
  ],
  "urls.primaryName": "Readers",
  layout: "StandaloneLayout",
  presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
  validatorUrl: null,
  deepLinking: true,
  tryItOutEnabled: true,
  displayRequestDuration: true,
  persistAuthorization: true,
  defaultModelsExpandDepth: 0,
});
