int naql_cxml_placeholder(void);
