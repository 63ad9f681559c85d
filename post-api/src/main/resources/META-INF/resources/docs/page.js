// The key stays in this tab: nothing is stored, nothing is sent but to the address this page came from.
window.SwaggerUIBundle({
  url: "/openapi.json",
  dom_id: "#reference",
  deepLinking: true,
  docExpansion: "list",
  defaultModelsExpandDepth: 0,
  displayRequestDuration: true,
  persistAuthorization: false,
  showExtensions: false,
  validatorUrl: null,
});
