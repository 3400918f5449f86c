/**
 * Names of vendors that are words of English, of code or of other products too. They count only as part of the name
 * of a key: `BOX_API_KEY`, `box: { token: … }`, `Box API key`.
 */
export const ORDINARY_WORDS: ReadonlySet<string> = new Set(
  `account_key accountkey adobe alchemy amplitude apollo artifactory atlas atlassian autopilot azure bitbar blogger box
  bulbul canny cicero chatbot chat_bot chat-bot coda coin_api confluence confluent convert_api currents_api daily
  dandelion debounce delighted detectify discord ditto elastic enigma envoy eraser exchange_rate exchange-rate
  exchangerate exchangerates facebook figma fixer flat float front fulcrum gcp geocode get_email getemail get-email
  get_response getresponse github glm groove guardian here_api holistic humanity hunter ibm impala jenkins
  intercom jira karma kraken lark less lighton line linear linkedin linked_in link_preview link-preview lob looker
  magnetic message_bird message-bird miro mistral moderation mongodb nasdaq news_api nimble noticeable ovh owm paradigm
  paypal plaid podio polygon pinecone postmark privacy privatekey private_key prospect protocols raven refiner
  request_finance scraper_api secret_key secretaccesskey secret_access_key segment select_pdf semaphore sentry
  session_token sessiontoken shortcut snowflake sonar splunk spotify squarespace stock_data streak sumo tableau
  teletype telegram terraform travis twitch twitter upstage user_stack vercel web_scraper webscraper xray yandex zai
  audd avaza civo kagi nylas juro qase rawg scrutinizer stitchdata stormboard tly unplugg vyte whoxy workstack okta
  ollama oanda openuv box netcore particle amazon aiven pipedream quandl storage_key storagekey storage-key`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
