/**
 * Names of products, languages and services that posts write with capitals inside and without ("GitHub", "Github"), in
 * the form with more capitals. What is right is nobody's business here: only that these are one name.
 */
export const productNames: readonly string[] = (
  'AngularJS AppImage AppVeyor AsciiDoc BitTorrent BlueSky ClickHouse CloudCannon CloudFlare CodeMirror CoffeeScript CouchDB DataDog DevOps ' +
  'DigitalOcean DynamoDB ECMAScript EditorConfig FastAPI FreeBSD GitBook GitHub GitLab GoLang GraalVM GraphQL HashiCorp ' +
  'IndexedDB InfluxDB IntelliJ JavaScript JetBrains JRuby JUnit LibreOffice LinkedIn MacOS MailChimp MariaDB MediaWiki MongoDB MySQL ' +
  'NetBSD NodeJS NumPy OAuth OpenAI OpenAPI OpenBSD OpenGL OpenJDK OpenSSH OpenSSL OpenStack OpenStreetMap PagerDuty PayPal ' +
  'PeerTube PhpStorm PlayStation PostgreSQL PowerPC PowerPoint PowerShell PyCharm PyPI PyPy PyTorch QuickTime RabbitMQ ' +
  'RubyGems RubyMine SciPy SharePoint SoundCloud SourceForge SourceHut SQLite StackOverflow SurveyMonkey TensorFlow TypeScript ' +
  'VirtualBox VMware WebAssembly WebGL WebKit WebRTC WebSocket WhatsApp WireGuard WordPress YouTube'
).split(' ');
